import { Flag, Instant, Text, Whole, Words } from '../../../platform/http/fields.js';
import { NullOr } from '../../../platform/http/null-or.js';

export class FactorBegunView {
  @Text({ max: 500, about: 'What an authenticator app opens: `otpauth://totp/…`.' })
  uri: string;
  @Text({ about: 'The same to be typed in, base 32. Shown this once.' })
  secret: string;
  @Text({ max: 5000, about: 'The same as a QR code drawn with text.' })
  qr: string;
}

export class CodeRequest {
  @Text({ max: 40, example: '123456' })
  code: string;
}

export class RecoveryCodesView {
  @Words({ about: 'For a lost telephone, each once. Shown this once; only hashes are kept.' })
  recoveryCodes: string[];
}

export class ChangePasswordRequest {
  @Text({ max: 200, about: 'The present one.' })
  current: string;
  @Text({ max: 400, about: 'At least ten characters; a short sentence is easiest to remember.' })
  password: string;
}

export class ContactRequest {
  @NullOr()
  @Text({
    min: 3,
    max: 200,
    about: 'Where one-time codes are sent: a telephone number or an e-mail address.',
  })
  contact: string | null;
}

export class OwnSecurityView {
  @Text({
    nullable: true,
    about: 'Where one-time codes are sent; null: nowhere, so that a password cannot be reset.',
  })
  contact: string | null;
  @Flag({ about: 'Whether an authenticator is asked for at sign-in and step-up.' })
  hasAuthenticator: boolean;
  @Instant({ nullable: true })
  authenticatorSince: Date | null;
  @Whole({ about: 'Recovery codes that have not been used.' })
  recoveryCodesLeft: number;
}

export class AskResetRequest {
  @Text({ max: 80 })
  login: string;
}

export class AskedView {
  @Text({ about: 'The same whether somebody has this login or not.' })
  messageId: string;
  @Text()
  messageEn: string;
}

export class RedeemCodeRequest {
  @Text({ max: 80 })
  login: string;
  @Text({ max: 40, example: '7K2M-0QX9-VT4B-HJ6E' })
  code: string;
  @Text({ max: 400, about: 'The new one: at least ten characters.' })
  password: string;
}
