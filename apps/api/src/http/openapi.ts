import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const DESCRIPTION = `Applies for, decides, pays and follows up grants from the state to municipalities and regions.

Money is whole kronor. Errors are \`application/problem+json\` with every finding. A thing with a lifecycle carries \`status\`
and \`actions\`: what the caller may do now, each a \`POST …/{id}/{action}\`. \`PATCH\` demands \`If-Match\`. A \`POST\` may carry
\`Idempotency-Key\`: the same key with the same request acts once.`;

export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Medel')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addCookieAuth('medel_session')
    .build();
  return withProblems(SwaggerModule.createDocument(app, config));
}

export function serveApiDocs(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Medel: API',
  });
}

/** Every operation may be refused, always in the same form. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const refusal = {
    description: 'Refused: the code says why, the findings say everything that is wrong',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const schemas = (document.components!.schemas ??= {});
  schemas['Problem'] = PROBLEM;
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path as Record<string, { responses?: Record<string, unknown> }>))
      if (operation.responses) operation.responses['default'] = refusal;
  return document;
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    data: { type: 'object' },
    requestId: { type: 'string' },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code'],
        properties: {
          code: { type: 'string' },
          path: { type: 'string' },
          outcome: { type: 'string', enum: ['met', 'notMet', 'needsJudgement'] },
          detail: { type: 'string' },
          data: { type: 'object' },
        },
      },
    },
  },
};
