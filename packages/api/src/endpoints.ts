/**
 * Method and path of every call, by name. Apart from the schemas, so that a page can call the arena without carrying a validator.
 *
 * `{name}` in a path is a parameter.
 */
export const endpoints = {
  arena: { method: 'GET', path: '/api/arena' },
  setConsent: { method: 'PUT', path: '/api/visitor/consent' },
  setPreferences: { method: 'PUT', path: '/api/visitor/preferences' },

  startBattle: { method: 'POST', path: '/api/battles' },
  battle: { method: 'GET', path: '/api/battles/{battle}' },
  battleEvents: { method: 'GET', path: '/api/battles/{battle}/events' },
  ask: { method: 'POST', path: '/api/battles/{battle}/turns' },
  showWhenFinished: { method: 'POST', path: '/api/battles/{battle}/show-when-finished' },
  stop: { method: 'POST', path: '/api/battles/{battle}/stop' },
  regenerate: { method: 'POST', path: '/api/battles/{battle}/regenerate' },
  retry: { method: 'POST', path: '/api/battles/{battle}/retry' },
  castVote: { method: 'POST', path: '/api/battles/{battle}/votes' },
  setFeedback: { method: 'PUT', path: '/api/battles/{battle}/feedback' },
  undoVote: { method: 'POST', path: '/api/battles/{battle}/undo' },
  reveal: { method: 'POST', path: '/api/battles/{battle}/reveal' },

  board: { method: 'GET', path: '/api/board' },
  checkpoint: { method: 'GET', path: '/api/ledger/checkpoint' },
  leaf: { method: 'GET', path: '/api/ledger/leaves/{index}' },

  openAdminSession: { method: 'POST', path: '/api/admin/session' },
  adminSession: { method: 'GET', path: '/api/admin/session' },
  closeAdminSession: { method: 'DELETE', path: '/api/admin/session' },
  adminModels: { method: 'GET', path: '/api/admin/models' },
  addModel: { method: 'POST', path: '/api/admin/models' },
  editModel: { method: 'PUT', path: '/api/admin/models/{model}' },
  setModelState: { method: 'PUT', path: '/api/admin/models/{model}/state' },
  testModel: { method: 'POST', path: '/api/admin/models/{model}/test' },
  testNewModel: { method: 'POST', path: '/api/admin/test' },
  discover: { method: 'GET', path: '/api/admin/discovered' },
  settings: { method: 'GET', path: '/api/admin/settings' },
  setSettings: { method: 'PUT', path: '/api/admin/settings' },

  health: { method: 'GET', path: '/api/health' },
} as const satisfies Record<string, { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly path: string }>;

/** Name of a call. */
export type EndpointName = keyof typeof endpoints;
