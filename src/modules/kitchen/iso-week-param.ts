import { Param, type PipeTransform } from '@nestjs/common';
import { isIsoWeek } from '../../core/kernel/iso-week.js';
import { refuseKitchen } from '../../core/kitchen/refusals.js';

const asIsoWeek: PipeTransform<string, string> = {
  transform: (value) => {
    if (!isIsoWeek(value)) throw refuseKitchen('WEEK_UNKNOWN');
    return value;
  },
};

/** An ISO week in the path, such as 2026-W48; a week that does not exist is not found. */
export const IsoWeekParam = (name: string): ParameterDecorator => Param(name, asIsoWeek);
