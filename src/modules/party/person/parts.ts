import { AskReset } from './ask-reset.action.js';
import { AttemptGate } from './attempt-gate.js';
import { AttemptStore } from './attempt.store.js';
import { BeginFactor } from './begin-factor.action.js';
import { ChangeContact } from './change-contact.action.js';
import { ChangePassword } from './change-password.action.js';
import { CheckFactor } from './check-factor.action.js';
import { ConfirmFactor } from './confirm-factor.action.js';
import { DisablePerson } from './disable-person.action.js';
import { EnablePerson } from './enable-person.action.js';
import { EndFactor } from './end-factor.action.js';
import { ForgetAttempts } from './forget-attempts.action.js';
import { MeController } from './me.controller.js';
import { OnResetAsked } from './on-reset-asked.consumer.js';
import { OneTimeCodeStore } from './one-time-code.store.js';
import { PeopleController } from './people.controller.js';
import { PersonStore } from './person.store.js';
import { RedeemCode } from './redeem-code.action.js';
import { SecondFactorStore } from './second-factor.store.js';
import { StepUp } from './step-up.action.js';

export const personControllers = [MeController, PeopleController];

export const personProviders = [
  AttemptStore,
  AttemptGate,
  OneTimeCodeStore,
  PersonStore,
  SecondFactorStore,
  CheckFactor,
  BeginFactor,
  ConfirmFactor,
  EndFactor,
  StepUp,
  ChangePassword,
  ChangeContact,
  AskReset,
  RedeemCode,
  OnResetAsked,
  DisablePerson,
  EnablePerson,
  ForgetAttempts,
];
