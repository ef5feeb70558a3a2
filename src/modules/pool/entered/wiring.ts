import { AnswerOrder } from './answer-order.action.js';
import { EnterOrder } from './enter-order.action.js';
import { EnteredOrderController } from './entered-order.controller.js';
import { EnteredOrderReader } from './entered-order.reader.js';
import { EnteredOrderStore } from './entered-order.store.js';
import { OnOrderEntered } from './on-order-entered.consumer.js';

export const enteredControllers = [EnteredOrderController];
export const enteredProviders = [
  AnswerOrder,
  EnterOrder,
  EnteredOrderReader,
  EnteredOrderStore,
  OnOrderEntered,
];
