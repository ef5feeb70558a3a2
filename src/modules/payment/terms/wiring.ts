import { GrantTerms } from './grant-terms.action.js';
import { OnDueReminded } from './on-due-reminded.consumer.js';
import { RemindDues } from './remind-dues.js';
import { TermsController } from './terms.controller.js';

export const termsControllers = [TermsController];
export const termsProviders = [GrantTerms, OnDueReminded, RemindDues];
