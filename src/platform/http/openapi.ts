import type { INestApplication } from '@nestjs/common';
import { ProblemView } from './problems.js';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** `PoolController.list` is `poolList`: unique, and a fit name in a generated client. */
const nameOperation = (controller: string, method: string): string => {
  const subject = controller.replace(/Controller$/, '');
  return `${subject.charAt(0).toLowerCase()}${subject.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
};

/** The description of every route, made from the same decorators that guard and validate it. */
export const describeApi = (app: INestApplication): OpenAPIObject =>
  SwaggerModule.createDocument(
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

export const serveDocs = (app: INestApplication, displayName: string): void => {
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    customSiteTitle: displayName,
  });
};
