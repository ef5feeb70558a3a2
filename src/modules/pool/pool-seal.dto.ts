import { HOLDERS, sealModes, type SealMode } from '../../core/pool/declare-seal.js';
import { Flag, Id, Ids, OneOf, Whole } from '../../platform/http/fields.js';

const aboutMode =
  '`server`: sistem menyegel penawaran dan membukanya pada batas waktu. `committee`: penawaran datang sudah tersegel dan dibuka oleh dua dari tiga pemegang kunci.\n\n' +
  '`server`: the system seals bids and opens them at their deadline. `committee`: bids arrive sealed, and two of three holders open them.';

/** How a pool's bids are sealed and opened; what is left out is as usual. */
export class PoolSealBody {
  @OneOf(sealModes, { optional: true, about: aboutMode })
  mode?: SealMode;

  @Whole({
    optional: true,
    min: 1,
    max: 720,
    about:
      'Hours from the deadline until the deputy is told that bids are still sealed; after as long again the lot is tendered anew. Left out: 24.',
  })
  openWithinHours?: number;

  @Id({ optional: true, about: 'Who at the organiser is told when bids are not opened in time.' })
  deputyId?: string;

  @Flag({
    optional: true,
    about:
      'Whether hashes may be counted before the opening. Left out: no, decoys stand among them, and nobody can tell how many bid.',
  })
  showsBidCount?: boolean;

  @Ids({
    optional: true,
    max: HOLDERS,
    about: 'In committee mode: the three people who hold shares of the key; none of them bids.',
  })
  holderPersonIds?: string[];
}

export class PoolSealView {
  @OneOf(sealModes, { about: aboutMode })
  mode: SealMode;
  @Whole({ min: 1, max: 720 })
  openWithinHours: number;
  @Flag({ about: 'Whether a deputy is named.' })
  hasDeputy: boolean;
  @Flag()
  showsBidCount: boolean;
  @Whole({ about: 'People who hold a share of the key; 0 in server mode.' })
  holderCount: number;
}
