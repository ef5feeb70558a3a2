import {
  Injectable,
  ValidationPipe,
  type ArgumentMetadata,
  type ValidationPipeOptions,
} from '@nestjs/common';
import type { ValidationError, ValidatorOptions } from 'class-validator';
import { Refusal } from '../../core/kernel/refuse.js';
import { fieldErrors } from './field-errors.js';
import { isSound } from './is-sound.js';
import { refuseStrangeShape } from './refuse-prototype-keys.js';
import { refuseRequest } from './refusals.js';

/** What `isSound` stands on: fields that no rule names are refused, and nothing is left out or judged by groups. */
const options: ValidationPipeOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) => {
    const { text, code } = refuseRequest('INVALID_REQUEST');
    return new Refusal(code, text, fieldErrors(errors));
  },
};

/**
 * All that is asked of what a request brings, as one pipe, for Nest makes promises around each for every parameter: its
 * shape, then the rules of its class. The transformer drops keys of a prototype without a word before validation could
 * refuse them as unknown; what lies too deep it could not take at all.
 */
@Injectable()
export class ValidateValues extends ValidationPipe {
  constructor() {
    super(options);
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' || metadata.type === 'query') refuseStrangeShape(value);
    return super.transform(value, metadata);
  }

  protected override validate(
    object: object,
    asked?: ValidatorOptions,
  ): Promise<ValidationError[]> | ValidationError[] {
    return isSound(object) ? [] : super.validate(object, asked);
  }
}
