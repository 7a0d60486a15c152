import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { Invalid, type Problem } from '#platform/errors';
import { firstOf, MOST_PROBLEMS } from './most-problems.js';

/** Everything that is wrong, each with its place: `activities[0].goals[2].year`. */
export function problemsOf(errors: readonly ValidationError[]): Problem[] {
  const found: Problem[] = [];
  collect(errors, '', found);
  return firstOf(found);
}

function collect(errors: readonly ValidationError[], parent: string, found: Problem[]): void {
  for (const error of errors) {
    if (found.length > MOST_PROBLEMS) return;
    const isIndex = /^\d+$/.test(error.property);
    const path = isIndex
      ? `${parent}[${error.property}]`
      : parent
        ? `${parent}.${error.property}`
        : error.property;
    const [own] = Object.entries(error.constraints ?? {});
    const problem = own && toProblem(own[0], own[1], path);
    if (problem) found.push(problem);
    if (problem?.code !== 'notList') collect(error.children ?? [], path, found);
  }
}

function toProblem(constraint: string, message: string, path: string): Problem {
  if (constraint === 'whitelistValidation') return { code: 'unknownField', path };
  if (!message.startsWith('{')) return { code: 'notObject', path };
  return { ...(JSON.parse(message) as Omit<Problem, 'path'>), path };
}

const MOST_KNOWN = 2_000;

/**
 * A field that nobody knows is a parameter where it stands in the address. An address that was found right is right the
 * next time too: the same lists and cases are asked for again and again.
 */
class FieldPipe extends ValidationPipe {
  private readonly known = new Map<string, unknown>();

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isAddress = metadata.type === 'query' || metadata.type === 'param';
    if (!isAddress || !metadata.metatype) return this.check(value, metadata);
    const key = `${metadata.metatype.name} ${JSON.stringify(value)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const checked = await this.check(value, metadata);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(key, Object.freeze(checked));
    return checked;
  }

  private async check(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
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
