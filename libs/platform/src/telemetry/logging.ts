import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { faultOf } from './fault.js';

/** One JSON line per event. No body, no address, no name: ids only. */
export function createLogger(level: string, process: 'api' | 'worker'): Logger {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: faultOf },
  });
}

/** Nest's own messages in the same form. */
export function nestLogger(logger: Logger): LoggerService {
  const write =
    (level: 'info' | 'warn' | 'error' | 'debug' | 'trace') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
      if (message instanceof Error) logger[level]({ err: message, context });
      else logger[level]({ context }, String(message));
    };
  return {
    log: write('debug'),
    warn: write('warn'),
    error: write('error'),
    debug: write('debug'),
    verbose: write('trace'),
  };
}
