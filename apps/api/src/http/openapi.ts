import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from './problem.view.js';

const DESCRIPTION = `Applies for, decides, pays and follows up grants from the state to municipalities and regions.

Money is whole kronor. Errors are \`application/problem+json\` with every finding. A thing with a lifecycle carries \`status\`
and \`actions\`: what the caller may do now, each a \`POST …/{id}/{action}\`. \`PATCH\` demands \`If-Match\`. A \`POST\` may carry
\`Idempotency-Key\`: the same key with the same request acts once.

JSON is UTF-8. A number is read as IEEE 754 has it (double precision), as in nearly every language: 0.99999999999999999999 is 1
and is taken for it. Where a name stands twice in an object, the last of them counts. Of what is wrong, 200 things are told.`;

export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Medel')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addCookieAuth('medel_session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'medel_<id>_<secret>' })
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory, extraModels: [Problem] });
  return withProblems(closed(summarised(document)));
}

export function serveApiDocs(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Medel: API',
    customCss: '.topbar { display: none }',
    swaggerOptions: { tagsSorter: 'alpha', validatorUrl: 'none' },
  });
}

/** `submitApplication`: a handler of one word acts on what its controller is named for, a longer name says it all. */
function operationIdFactory(controller: string, method: string): string {
  const subject = controller.replace(/Controller$/, '');
  if (method === 'list') return `list${subject}s`;
  if (method === 'one') return `get${subject}`;
  return /[A-Z]/.test(method) ? method : `${method}${subject}`;
}

/** `Submit application`, for those who read the page. */
function summarised(document: OpenAPIObject): OpenAPIObject {
  for (const operation of operationsOf(document)) {
    const words = operation.operationId!.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    operation.summary = words.charAt(0).toUpperCase() + words.slice(1);
  }
  return document;
}

/** No field but those that are described, neither taken nor answered. */
function closed(document: OpenAPIObject): OpenAPIObject {
  for (const schema of Object.values(document.components!.schemas!))
    if ('properties' in schema) schema.additionalProperties ??= false;
  return document;
}

/** Every operation may be refused, always in the same form. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const refusal = {
    description: 'Refused: the code says why, the findings say everything that is wrong',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const operation of operationsOf(document)) operation.responses['default'] = refusal;
  return document;
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const operationsOf = (document: OpenAPIObject): Operation[] =>
  Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);
