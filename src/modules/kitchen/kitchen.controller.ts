import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { IfMatchOrNone } from '../../platform/http/if-match.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { IsoWeekParam } from './iso-week-param.js';
import { PlaceRequirementRequest, RequirementView } from './kitchen.dto.js';
import { KitchenReader } from './kitchen.reader.js';
import { PlaceRequirement } from './place-requirement.action.js';
import { PublishRequirement } from './publish-requirement.action.js';

@ApiTags('kitchen')
@Controller('api/v1/kitchens/:kitchenId/requirements/:isoWeek')
export class KitchenController {
  constructor(
    private readonly db: Db,
    private readonly kitchens: KitchenReader,
    private readonly place: PlaceRequirement,
    private readonly publish: PublishRequirement,
  ) {}

  @Put()
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version seen; not for the first time.' })
  @ApiOkResponse({ type: RequirementView })
  @Problems(401, 403, 404, 409, 412, 422, 428)
  placeRequirement(
    @Caller() principal: Principal,
    @UuidParam('kitchenId') kitchenId: string,
    @IsoWeekParam('isoWeek') isoWeek: string,
    @IfMatchOrNone() seenVersion: number | undefined,
    @Body() body: PlaceRequirementRequest,
  ): Promise<RequirementView> {
    return this.place.run(principal, { kitchenId, isoWeek }, seenVersion, body);
  }

  @Post('publish')
  @HttpCode(200)
  @ApiOkResponse({ type: RequirementView })
  @Problems(401, 403, 404, 409, 422)
  publishRequirement(
    @Caller() principal: Principal,
    @UuidParam('kitchenId') kitchenId: string,
    @IsoWeekParam('isoWeek') isoWeek: string,
  ): Promise<RequirementView> {
    return this.publish.run(principal, kitchenId, isoWeek);
  }

  @Get()
  @ApiOkResponse({ type: RequirementView })
  @Problems(401, 403, 404)
  readRequirement(
    @Caller() principal: Principal,
    @UuidParam('kitchenId') kitchenId: string,
    @IsoWeekParam('isoWeek') isoWeek: string,
  ): Promise<RequirementView> {
    return this.kitchens.requirementFor(this.db, principal, kitchenId, isoWeek);
  }
}
