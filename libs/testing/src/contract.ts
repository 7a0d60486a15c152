import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Answer, Any, Client } from './client.js';

interface Response {
  headers?: Record<string, { required?: boolean }>;
  content?: Record<string, { schema: object }>;
}

interface Operation {
  operationId: string;
  responses: Record<string, Response>;
}

/** The published contract, held against every answer that the clients it watches are given. */
export class Contract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly operations: { method: string; path: RegExp; operation: Operation }[];
  private readonly answered = new Set<string>();

  private constructor(document: { paths: Record<string, Record<string, Operation>> }) {
    formats.default(this.ajv);
    this.ajv.addSchema(document, 'contract');
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
        operation,
      })),
    );
  }

  static async of(anyone: Client): Promise<Contract> {
    const { body } = await anyone.get('//api/openapi.json');
    return new Contract(body);
  }

  /** The same client; an answer that is not as described is an error where it comes. */
  watch(client: Client): Client {
    const send = client.send.bind(client);
    client.send = async <Body = Any>(
      method: string,
      path: string,
      options: Parameters<Client['send']>[2],
    ): Promise<Answer<Body>> => {
      const answer = await send<Body>(method, path, options);
      this.hold(method, path, answer);
      return answer;
    };
    return client;
  }

  /** Operations that have not answered anything but refusals. */
  get unanswered(): string[] {
    return this.operations
      .map(({ operation }) => operation.operationId)
      .filter((id) => !this.answered.has(id))
      .sort();
  }

  private hold(method: string, path: string, answer: Answer<unknown>): void {
    const { pathname } = new URL(path.startsWith('//') ? path.slice(1) : `/api/v1${path}`, 'http://any');
    const found = this.operations.find((each) => each.method === method && each.path.test(pathname));
    if (!found) throw new Error(`${method} ${pathname} is not in the contract`);
    const { operationId } = found.operation;
    const wrong = this.check(operationId, answer);
    if (wrong.length > 0) {
      const what = `${operationId} answered ${answer.status} not as the contract says`;
      throw new Error(`${what}:\n${wrong.join('\n')}\n${JSON.stringify(answer.body, null, 2)}`);
    }
  }

  /** What in an operation's answer is not as the contract says. */
  check(operationId: string, answer: Answer<unknown>): string[] {
    const { responses } = this.operations.find(
      ({ operation }) => operation.operationId === operationId,
    )!.operation;
    if (answer.status < 400) this.answered.add(operationId);
    return this.compare(answer, answer.status < 400 ? responses[answer.status] : responses['default']);
  }

  private compare({ headers, body }: Answer<unknown>, response: Response | undefined): string[] {
    if (!response) return ['the status is not described'];
    const described = Object.entries(response.headers ?? {});
    const wrong = [
      ...described
        .filter(([name, { required }]) => required && !headers.has(name))
        .map(([name]) => `the header ${name} is missing`),
      ...['ETag', 'Location']
        .filter((name) => headers.has(name) && !response.headers?.[name])
        .map((name) => `the header ${name} is not described`),
    ];
    if (!response.content) return body === '' ? wrong : [...wrong, 'there is a body'];
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    const content = response.content[type];
    if (!content) return [...wrong, `the type ${type} is not described`];
    return [...wrong, ...this.violations(content.schema, body)];
  }

  private violations(schema: object, body: unknown): string[] {
    const validate = this.validatorOf(JSON.stringify(schema).replaceAll('"#/', '"contract#/'));
    if (validate(body)) return [];
    return validate.errors!.map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  private validatorOf(schema: string): ValidateFunction {
    const known = this.validators.get(schema) ?? this.ajv.compile(JSON.parse(schema) as object);
    this.validators.set(schema, known);
    return known;
  }
}
