import { appConfig } from './app-config'
import { drawTabs, onBack } from './bars'
import { watchGestures } from './gestures'
import { defineComponent } from './custom-component'
import { loadModule, provide } from './module-loader'
import { definePage } from './page'
import { navigateBack, openPages, parseUrl, reLaunch, tapTab, topPage } from './page-stack'
import { watchScroll, installTriggers } from './triggers'
import { log } from './runner-log'
import { makeWx } from './wx'
import { restoreSavedFiles } from './wx/saved-files'

interface App {
  onLaunch?(options: unknown): void
  onShow?(options: unknown): void
  onHide?(): void
}

let app: App = {}

const homePage = appConfig().pages[0] ?? ''
const address = decodeURI(location.hash.replace(/^#/, '')) || `/${homePage}`
const { path, query } = parseUrl(address)
const launch = { path, query, scene: 1001, shareTicket: '', referrerInfo: {} }

provide({
  wx: makeWx(launch),
  App: (definition: App) => (app = definition),
  Page: definePage,
  Component: defineComponent,
  Behavior: (definition: unknown) => definition,
  getApp: () => app,
  getCurrentPages: () => openPages().map((page) => page.instance),
})
drawTabs(tapTab)
watchGestures()
watchScroll()
installTriggers({
  background: () => {
    topPage()?.instance.onHide?.()
    app.onHide?.()
  },
  foreground: () => {
    app.onShow?.(launch)
    topPage()?.instance.onShow?.()
  },
})
onBack(() => (openPages().length > 1 ? navigateBack() : reLaunch(`/${homePage}`)))

void restoreSavedFiles().then(() => {
  loadModule('app')
  app.onLaunch?.(launch)
  app.onShow?.(launch)
  reLaunch(address)
  log.isReady = true
})
