import type { INestApplication } from '@nestjs/common';
import { ACCESS_TABLE, type AccessTable } from '../auth/allow.js';
import { documentKeys } from '../idempotency/document-keys.js';
import { KEY_TABLE, type KeyTable } from '../idempotency/key-table.js';
import { documentRefusals } from './document-refusals.js';
import { ProblemView } from './problems.js';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** `PoolController.list` is `poolList`: unique, and a fit name in a generated client. */
const nameOperation = (controller: string, method: string): string => {
  const subject = controller.replace(/Controller$/, '');
  return `${subject.charAt(0).toLowerCase()}${subject.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
};

interface GuardedOperation {
  security?: object[];
  'x-step-up'?: true;
}

/** Says of each route whether it takes a session, and whether one that has just stepped up. */
const markGuarded = (document: OpenAPIObject, access: AccessTable): void => {
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations as Record<string, GuardedOperation>)) {
      const row = access[`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`];
      if (row === undefined || row.who === 'anyone') continue;
      operation.security = [{ bearer: [] }];
      if (row.stepUp === true) operation['x-step-up'] = true;
    }
};

/** The description of every route, made from the same decorators that guard and validate it. */
export const describeApi = (app: INestApplication): OpenAPIObject => {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Sepikul')
      .setDescription(
        'Belanja dan jual bersama koperasi desa/kelurahan. Galat memakai RFC 9457 (application/problem+json). / Joint buying and selling for village cooperatives. Errors follow RFC 9457 (application/problem+json).',
      )
      .setVersion('1')
      .addBearerAuth()
      .build(),
    {
      operationIdFactory: (controller, method) => nameOperation(controller, method),
      extraModels: [ProblemView],
    },
  );
  markGuarded(document, app.get<AccessTable>(ACCESS_TABLE));
  documentKeys(document, app.get<KeyTable>(KEY_TABLE));
  return documentRefusals(document);
};

export const serveDocs = (app: INestApplication, displayName: string): void => {
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    customSiteTitle: displayName,
  });
};
