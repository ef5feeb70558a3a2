import { PhoneController } from './phone.controller.js';
import { PhoneReader } from './phone.reader.js';
import { SetPhone } from './set-phone.action.js';

/** On which number a party wants to be called: of the party module. */
export const phone = {
  controllers: [PhoneController],
  providers: [PhoneReader, SetPhone],
};
