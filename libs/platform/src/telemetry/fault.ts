interface Fault {
  name: string;
  message: string;
  stack?: string;
  code?: unknown;
  constraint?: unknown;
  table?: unknown;
}

/**
 * What of an error may be logged: where it happened and which rule it broke. PostgreSQL says the values of rows in its message
 * and detail, and the driver's error carries the statement with all that was sent: none of that is told.
 */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const fault: Partial<Fault> = databaseFaultOf(error) ?? error;
  const { code, constraint, table } = fault;
  return { type: error.name, message: messageOf(error), code, constraint, table, stack: placesOf(error) };
}

/** The same in one line. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const fault = databaseFaultOf(error);
  if (!fault) return error.message;
  return ['the database refused', fault.code, fault.constraint].filter(Boolean).join(' ');
}

/** Of an error that PostgreSQL answered, also where TypeORM has packed it in one of its own. */
function databaseFaultOf(error: Error): Fault | undefined {
  const cause = 'driverError' in error ? error.driverError : error;
  return cause instanceof Error && 'severity' in cause ? cause : undefined;
}

/** Without the first lines, which repeat the message. */
function placesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
