import { fault, recordCall } from '../runner-log'
import { accountApis } from './account'
import { dialogApis } from './dialogs'
import { documentApis } from './documents'
import { listenerApis } from './listeners'
import { navigationApis } from './navigation'
import { networkApis } from './network'
import { pictureApis } from './pictures'
import { queryApis } from './queries'
import { fileApis } from './saved-files'
import { soundApis } from './sound'
import { soterApis } from './soter'
import { storageApis } from './storage'
import { systemApis, type LaunchOptions } from './system'

/** Libraries look for these to learn where they run; on a phone they are not there either. */
const absentOnPhones = new Set(['cloud', 'webpackJsonp', 'then', 'toJSON', 'getPerformance', 'preloadAssets'])

/** The `wx` of this run. Whatever it does not play fails the test as soon as the app calls it. */
export function makeWx(launch: LaunchOptions): object {
  const played: Record<string, unknown> = {
    ...accountApis,
    ...dialogApis,
    ...documentApis,
    ...fileApis,
    ...listenerApis(),
    ...navigationApis,
    ...networkApis,
    ...pictureApis,
    ...queryApis,
    ...soterApis,
    ...soundApis,
    ...storageApis,
    ...systemApis(launch),
  }
  played.canIUse = (schema: string) => (schema.split('.')[0] ?? '') in played
  const unplayed = window.__bundle.apiNames.filter((name) => !(name in played) && !absentOnPhones.has(name))
  const all = { ...Object.fromEntries(unplayed.map((name) => [name, unknownApi(name)])), ...played }
  return new Proxy(all, {
    get(target, name) {
      if (typeof name !== 'string' || name in target || absentOnPhones.has(name) || /^[_$]/.test(name)) {
        return Reflect.get(target, name) as unknown
      }
      return unknownApi(name)
    },
  })
}

function unknownApi(name: string): (options: unknown) => never {
  return (options) => {
    recordCall(name, options)
    fault(`unknown wx API: ${name}`)
    throw new Error(`wx.${name} is not played by the runner: add it in e2e/weapp/view/wx, or do not call it`)
  }
}
