import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { Id, Instant, Text, Whole } from '../../platform/http/fields.js';
import { channels, type Channel } from '../../platform/gateway/gateway.js';

const KEY = { optional: true, min: 8, max: 200, pattern: /^[\x21-\x7e]+$/ } as const;

const Channels = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ enum: channels, isArray: true, maxItems: channels.length }),
    IsArray(),
    ArrayMaxSize(channels.length, { context: { max: channels.length } }),
    IsIn(channels, { each: true, context: { values: channels.join(', ') } }),
  );

export class GatewayAccountRequest {
  @Text({ max: 50, pattern: /^[A-Za-z0-9_-]+$/, example: 'G123456789' })
  merchantId: string;
  @Text({ ...KEY, about: 'Left out: stays as it is. Never shown again.' })
  serverKey?: string;
  @Text({ ...KEY, about: 'Left out: stays as it is. Never shown again.' })
  clientKey?: string;
  @Text({
    ...KEY,
    about: 'What notifications are signed with, where it is not the server key. Never shown again.',
  })
  signatureKey?: string;
  @Channels()
  channels: Channel[];
}

export class GatewayAccountView {
  @Id()
  partyId: string;
  @Text({ max: 50 })
  merchantId: string;
  @Channels()
  channels: Channel[];
  @Instant()
  changedAt: Date;
  @Whole({ min: 1 })
  version: number;
}
