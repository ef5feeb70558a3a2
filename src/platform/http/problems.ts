import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ListOf, Part, Text, Whole } from './fields.js';

class BothLanguages {
  @Text({ max: 500 })
  id: string;
  @Text({ max: 500 })
  en: string;
}

class FieldProblem {
  @Text({ min: 0, max: 300, about: 'As a path; a key may be empty.' })
  field: string;
  @Text()
  rule: string;
  @Text({ max: 300 })
  message: string;
  @Part(() => BothLanguages)
  messages: BothLanguages;
}

/** RFC 9457, as every refusal looks. */
export class ProblemView {
  @Text()
  type: string;
  @Text()
  title: string;
  @Whole({ min: 400, max: 599 })
  status: number;
  @Text({ about: 'Stable; programs decide by it.' })
  code: string;
  @Text({ max: 500, about: "In the caller's language (Accept-Language: id or en)." })
  detail: string;
  @Part(() => BothLanguages)
  messages: BothLanguages;
  @Text({ min: 0, max: 500, about: 'The path of the request; empty where it could not be read.' })
  instance: string;
  @Text()
  requestId: string;
  @ListOf(() => FieldProblem)
  errors: FieldProblem[];
}

/** The refusals a route may answer with, besides 400 and 503, which any may. */
export const Problems = (...statuses: readonly number[]): MethodDecorator =>
  applyDecorators(
    ...[400, ...statuses, 503].map((status) =>
      ApiResponse({
        status,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
      }),
    ),
  );
