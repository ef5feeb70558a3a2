import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { requireHolderInTime } from '../../../core/bid/committee/judge-opening.js';
import { BeginKeyOpening } from './begin-key-opening.action.js';
import {
  BeginOpeningBody,
  HeldKeyView,
  JoinKeyBody,
  KeyOpeningsView,
  KeyOpeningView,
  OwnShareView,
  ReleasedSharesView,
  ReleaseShareBody,
} from './committee.dto.js';
import { CommitteeReader } from './committee.reader.js';
import { inHolding } from './in-holding.js';
import { JoinKey } from './join-key.action.js';
import { ReleaseShare } from './release-share.action.js';

@ApiTags('bid')
@Controller('api/v1')
export class KeyOpeningController {
  constructor(
    private readonly db: Db,
    private readonly reader: CommitteeReader,
    private readonly beginKeyOpening: BeginKeyOpening,
    private readonly releaseShare: ReleaseShare,
    private readonly joinKey: JoinKey,
  ) {}

  /** A key in the hands of a committee: who holds it, and who released it. */
  @Get('sealing-keys/:keyId')
  @ApiOkResponse({ type: HeldKeyView })
  @Problems(401, 404)
  heldKey(@UuidParam('keyId') keyId: string): Promise<HeldKeyView> {
    return this.reader.heldKey(this.db, keyId);
  }

  /** Your own share, sealed to your key; before the deadline nobody gets theirs. */
  @Get('sealing-keys/:keyId/share')
  @ApiOkResponse({ type: OwnShareView })
  @Problems(401, 403, 404, 409)
  async ownShare(
    @Caller() { personId }: Principal,
    @UuidParam('keyId') keyId: string,
  ): Promise<OwnShareView> {
    requireHolderInTime(inHolding(await this.reader.heldKey(this.db, keyId)), personId);
    return this.reader.ownShare(this.db, keyId, personId);
  }

  /** The openings that holders have begun. */
  @Get('sealing-keys/:keyId/openings')
  @ApiOkResponse({ type: KeyOpeningsView })
  @Problems(401)
  async openings(@UuidParam('keyId') keyId: string): Promise<KeyOpeningsView> {
    return { data: await this.reader.openingsOf(this.db, keyId) };
  }

  /** Begins an opening, after the deadline: another holder is to seal a share to its public key. */
  @Post('sealing-keys/:keyId/openings')
  @ApiCreatedResponse({ type: KeyOpeningView })
  @Problems(401, 403, 404, 409, 422)
  begin(
    @Caller() { personId }: Principal,
    @UuidParam('keyId') keyId: string,
    @Body() body: BeginOpeningBody,
  ): Promise<KeyOpeningView> {
    return this.beginKeyOpening.run(personId, keyId, body.publicKey);
  }

  /** Releases your share to an opening that another holder began. */
  @Put('openings/:openingId/release')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409, 422)
  release(
    @Caller() { personId }: Principal,
    @UuidParam('openingId') openingId: string,
    @Body() body: ReleaseShareBody,
  ): Promise<void> {
    return this.releaseShare.run(personId, openingId, body.box);
  }

  /** The shares released to an opening that you began; your own if you released one. */
  @Get('openings/:openingId/releases')
  @ApiOkResponse({ type: ReleasedSharesView })
  @Problems(401)
  async releases(@UuidParam('openingId') openingId: string): Promise<ReleasedSharesView> {
    return { data: await this.reader.releasedTo(this.db, openingId) };
  }

  /** Hands in the private key joined of two shares, which becomes public: the bids are opened with it. */
  @Put('openings/:openingId/private-key')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409, 422)
  join(
    @Caller() { personId }: Principal,
    @UuidParam('openingId') openingId: string,
    @Body() body: JoinKeyBody,
  ): Promise<void> {
    return this.joinKey.run(personId, openingId, body);
  }
}
