import Taro from '@tarojs/taro'

export interface Position {
  /** Degrees, GCJ-02, the datum of Chinese maps. */
  readonly latitude: number
  readonly longitude: number
}

/** Whether this build may ask where the phone is; see `WITH_LOCATION` in the build's configuration. */
export function canTellPlace(): boolean {
  return WITH_LOCATION
}

/** Where the phone is now; `null`: it does not say, and nobody is held up by that. */
export function whereAmI(): Promise<Position | null> {
  // A constant of the build: without it not even the call's name is in the package. An async function would keep it
  // there, because what is made of one for old phones is not seen through.
  if (!WITH_LOCATION) return Promise.resolve(null)
  return Taro.getLocation({ type: 'gcj02' }).then(({ latitude, longitude }) => ({ latitude, longitude }), () => null)
}
