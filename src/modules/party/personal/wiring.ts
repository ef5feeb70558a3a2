import { ErasePerson } from './erase-person.action.js';
import { PersonalController } from './personal.controller.js';
import { PersonalReader } from './personal.reader.js';
import { PersonalStore } from './personal.store.js';

/** What is kept of a person, and how it is taken away: of the party module. */
export const personal = {
  controllers: [PersonalController],
  providers: [ErasePerson, PersonalReader, PersonalStore],
};
