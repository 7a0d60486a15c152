import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
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
    const inner = own[0]?.code === 'notList' ? [] : problemsOf(error.children ?? [], path);
    return [...own.slice(0, 1), ...inner];
  });
}

function toProblem(constraint: string, message: string, path: string): Problem {
  if (constraint === 'whitelistValidation') return { code: 'unknownField', path };
  if (!message.startsWith('{')) return { code: 'notObject', path };
  return { ...(JSON.parse(message) as Omit<Problem, 'path'>), path };
}

/** A field that nobody knows is a parameter where it stands in the address. */
class FieldPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      if (metadata.type !== 'query' || !(error instanceof Invalid)) throw error;
      const problems = error.findings as readonly Problem[];
      throw new Invalid(
        problems.map((problem) =>
          problem.code === 'unknownField' ? { ...problem, code: 'unknownParameter' } : problem,
        ),
      );
    }
  }
}

export function createValidationPipe(): ValidationPipe {
  return new FieldPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new Invalid(problemsOf(errors)),
  });
}
