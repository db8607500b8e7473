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
export async function whereAmI(): Promise<Position | null> {
  // A constant of the build: without it not even the call's name is in the package.
  if (!WITH_LOCATION) return null
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'gcj02' })
    return { latitude, longitude }
  } catch {
    return null
  }
}
