import type { EpochMs } from '../kernel'
import type { SessionAnswer } from './wire'

/** POST /api/session/desk — a browser asks to be let in. */
export interface DeskSignInAnswer {
  /** Six digits, to be typed on the phone. */
  readonly code: string
  /** Shows whoever fetches that it is the same browser. To be kept in memory, never shown. */
  readonly secret: string
  /** The code as a picture to scan, an SVG. */
  readonly qrSvg: string
  readonly expiresAt: EpochMs
}

/** POST /api/session/desk/fetch — every two seconds, until it is over or signed in. */
export interface DeskFetchBody {
  readonly secret: string
}
export type DeskFetchAnswer =
  | { readonly state: 'waiting' | 'typed' | 'declined' | 'over' }
  | { readonly state: 'approved'; readonly session: SessionAnswer }

/** POST /api/session/desk/code — on the phone. */
export interface DeskCodeBody {
  readonly code: string
}
export interface DeskAskingAnswer {
  readonly signInId: string
  /** "Windows 电脑，Chrome" */
  readonly browser: string
  readonly askedAt: EpochMs
  readonly expiresAt: EpochMs
}

/** POST /api/session/desk/:signInId/decision — answers 204. */
export interface DeskDecisionBody {
  readonly approve: boolean
}

/** GET /api/me/devices: every live session of the person, the newest first. */
export interface Device {
  readonly id: string
  /** The kind of browser; `null`: a phone. */
  readonly browser: string | null
  readonly signedInAt: EpochMs
  readonly expiresAt: EpochMs
  readonly isThis: boolean
}
export interface DevicesAnswer {
  readonly devices: readonly Device[]
}
