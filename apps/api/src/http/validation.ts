import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Invalid, type Problem } from '#platform/errors';

/** Everything that is wrong, each with its place: `activities[0].goals[2].year`. */
export function problemsOf(errors: readonly ValidationError[], parent = ''): Problem[] {
  return errors.flatMap((error) => {
    const isIndex = /^\d+$/.test(error.property);
    const path = isIndex
      ? `${parent}[${error.property}]`
      : parent
        ? `${parent}.${error.property}`
        : error.property;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) =>
      toProblem(constraint, message, path),
    );
    return [...own.slice(0, 1), ...problemsOf(error.children ?? [], path)];
  });
}

function toProblem(constraint: string, message: string, path: string): Problem {
  if (constraint === 'whitelistValidation')
    return { code: path.includes('?') ? 'unknownParameter' : 'unknownField', path };
  if (!message.startsWith('{')) return { code: 'notObject', path };
  return { ...(JSON.parse(message) as Omit<Problem, 'path'>), path };
}

export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new Invalid(problemsOf(errors)),
  });
}
