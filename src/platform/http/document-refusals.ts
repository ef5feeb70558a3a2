import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Answer = Operation['responses'][string];
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const RETRY = {
  'Retry-After': { description: 'Seconds until it may be asked again.', schema: { type: 'integer' } },
};

/** What a refusal of each status means, once for all routes. */
const meanings: Readonly<Record<string, string>> = {
  400: 'Not a request: its fields, body or head are wrong.',
  401: 'There is no session, or it has ended.',
  403: 'The caller may not do this for that party.',
  404: 'The address names nothing, or nothing that the caller may know of.',
  409: 'It does not fit the state things are in.',
  412: 'Somebody changed it meanwhile.',
  413: 'The body is too large.',
  415: 'The body is not of a type that is read here.',
  422: 'Well formed, and refused by a rule.',
  428: 'If-Match is missing.',
  429: 'Too many requests of this kind within a minute.',
  503: 'Not ready; nothing was changed.',
};

const refTo = (status: string): Answer => ({ $ref: `#/components/responses/Problem${status}` });

/** The answer that every refusal of a status is. */
const problemOf = (status: string, description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
  ...(status === '429' || status === '503' ? { headers: RETRY } : {}),
});

/** Refusals that may come before a route's own code runs, and so from any route of the kind. */
const commonTo = (method: Method, { security, parameters }: Operation): string[] => [
  '400',
  ...(security === undefined ? [] : ['401']),
  ...(parameters?.some((parameter) => 'in' in parameter && parameter.in === 'path') ? ['404'] : []),
  ...(method === 'get' ? [] : ['413', '415']),
  '429',
  '503',
];

/** A refusal of which nothing is said but that it is one. */
const isPlain = (answer: Answer | undefined): boolean =>
  answer === undefined ||
  ('description' in answer &&
    answer.description === '' &&
    Object.keys(answer.content ?? {}).join() === 'application/problem+json');

const methods: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete'];

/** Says once what each refusal means, and writes those that any route may answer into all of them. */
export const documentRefusals = (api: OpenAPIObject): OpenAPIObject => {
  for (const path of Object.values(api.paths))
    for (const method of methods) {
      const operation = path[method];
      if (operation === undefined) continue;
      for (const status of new Set([...Object.keys(operation.responses), ...commonTo(method, operation)]))
        if (status in meanings && isPlain(operation.responses[status]))
          operation.responses[status] = refTo(status);
    }
  const responses = Object.fromEntries(
    Object.entries(meanings).map(([status, meaning]) => [`Problem${status}`, problemOf(status, meaning)]),
  );
  return { ...api, components: { ...api.components, responses } };
};
