import { refusals } from '../../kernel/refuse.js';

export const refuseJoining = refusals({
  INVITATION_NOT_FOUND: {
    status: 404,
    id: 'Undangan ini tidak ada. Periksa lagi kodenya.',
    en: 'There is no such invitation. Check its code.',
  },
  INVITATION_ALREADY_ACCEPTED: {
    status: 409,
    id: 'Undangan ini sudah dipakai; satu kode hanya berlaku sekali.',
    en: 'This invitation has been accepted already: a code serves once.',
  },
  INVITATION_REVOKED: {
    status: 409,
    id: 'Undangan ini sudah ditarik oleh pengundangnya.',
    en: 'This invitation was revoked by those who invited.',
  },
  INVITATION_EXPIRED: {
    status: 409,
    id: 'Undangan ini sudah kedaluwarsa; minta yang baru.',
    en: 'This invitation has expired: ask for another.',
  },
  INVITER_SUSPENDED: {
    status: 409,
    id: 'Pihak yang mengundang sedang dibekukan.',
    en: 'The party that invites is suspended.',
  },
  INVITER_HAS_NO_SAY: {
    status: 409,
    id: 'Orang yang mengundang tidak lagi berhak mengundang; minta undangan baru.',
    en: 'The person who invited may no longer invite: ask for another invitation.',
  },
  ONLY_THE_CHAIR_INVITES: {
    status: 403,
    id: 'Hanya ketua (atau pengurus administrator) yang mengundang orang ke pihak ini.',
    en: 'Only a chair (or an officer of the administrator) invites people to this party.',
  },
  ONLY_ORGANISERS_INVITE_PARTIES: {
    status: 403,
    id: 'Hanya penyelenggara dan administrator yang mengundang pihak baru.',
    en: 'Only organisers and the administrator invite new parties.',
  },
  INVITED_KIND_NOT_ALLOWED: {
    status: 403,
    id: 'Anda tidak boleh mengundang pihak jenis {kind}.',
    en: 'You may not invite a party of the kind {kind}.',
  },
  INVITED_REGION_UNKNOWN: {
    status: 422,
    id: 'Wilayah {region} tidak dikenal.',
    en: 'The region {region} is not known.',
  },
  INVITED_REGION_OUT_OF_REACH: {
    status: 403,
    id: 'Wilayah pihak yang diundang harus termasuk wilayah Anda.',
    en: 'The party you invite must lie in your own region.',
  },
  INVITED_REGION_NOT_A_VILLAGE: {
    status: 422,
    id: 'Koperasi dan dapur diundang dengan kode kelurahan atau desanya, seperti 32.71.01.1001.',
    en: 'A koperasi or a kitchen is invited with the code of its village, such as 32.71.01.1001.',
  },
  PARTNER_NOT_A_KOPERASI: {
    status: 422,
    id: 'Koperasi mitra hanya untuk dapur, dan harus koperasi yang terdaftar.',
    en: 'A partner koperasi is for kitchens only, and must be a koperasi that is here.',
  },
  FIRST_PERSON_IS_CHAIR: {
    status: 422,
    id: 'Orang pertama suatu pihak harus menjadi ketuanya (peran chair).',
    en: 'The first person of a party must be its chair (role chair).',
  },
  INVITED_WITHOUT_A_ROLE: {
    status: 422,
    id: 'Sebutkan peran orang yang diundang.',
    en: 'Say what the invited person may do.',
  },
  INVITED_TO_TWO_PARTIES: {
    status: 422,
    id: 'Undang ke pihak baru (party) atau ke pihak yang sudah ada (joinPartyId), tidak keduanya.',
    en: 'Invite to a new party (party) or to one that is here (joinPartyId), not to both.',
  },
  NEW_CHAIR_TAKES_TWO: {
    status: 409,
    id: 'Ketua baru bagi pihak lain diputuskan dua orang penyelenggara dulu; usulkan di halaman pihak itu.',
    en: 'Two people of the organiser decide first that another party gets a new chair: propose it on that party’s page.',
  },
  PARTY_HAS_ITS_CHAIR: {
    status: 409,
    id: 'Pihak ini sudah punya ketua; ketuanya sendiri yang mengundang orang.',
    en: 'This party has a chair, who invites its people.',
  },
  PERSON_NOT_A_MEMBER: {
    status: 404,
    id: 'Orang ini bukan anggota pihak tersebut; undang dulu.',
    en: 'This person is no member of the party: invite them first.',
  },
  LAST_CHAIR_STAYS: {
    status: 409,
    id: 'Ini ketua terakhir pihak tersebut; beri peran ketua kepada orang lain dulu.',
    en: 'This is the last chair of the party: make somebody else a chair first.',
  },
});
