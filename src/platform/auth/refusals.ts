import { refusals } from '../../core/kernel/refuse.js';

export const refuseAccess = refusals({
  NOT_SIGNED_IN: {
    status: 401,
    id: 'Silakan masuk dulu; sesi tidak ada atau sudah berakhir.',
    en: 'Sign in first: there is no session, or it has ended.',
  },
  NOT_ALLOWED: {
    status: 403,
    id: 'Peran Anda tidak boleh melakukan ini untuk pihak tersebut.',
    en: 'Your role may not do this for that party.',
  },
  STEP_UP_REQUIRED: {
    status: 403,
    id: 'Buktikan dulu bahwa ini memang Anda: kirim kata sandi atau kode autentikator ke POST /api/v1/sessions/current/step-up, lalu ulangi.',
    en: 'First prove that it is you: send your password or authenticator code to POST /api/v1/sessions/current/step-up, then repeat.',
  },
  NOT_FOUND: { status: 404, id: 'Data yang diminta tidak ada.', en: 'There is no such thing.' },
});
