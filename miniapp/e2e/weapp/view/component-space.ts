import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { defineBuiltIns, isBuiltInMissing } from './components'
import { isTapSpentOnLongPress } from './gestures'
import { fault } from './runner-log'

const { files, css } = window.__bundle

const env = new MiniProgramEnv()
const global = env.getGlobalCodeSpace().getComponentSpace()
const builtIns = defineBuiltIns(global)

/** Everything of the package that WeChat's framework must know: templates, styles, component configs. */
export const space = env.createCodeSpace('main', true)
for (const [tag, definition] of Object.entries(builtIns)) {
  space.getComponentSpace().setGlobalUsingComponent(tag, definition)
}
writeIdsAsTheyAre()

const context = new glassEasel.CurrentWindowBackendContext()
// Built-in components report these themselves; what the browser's own elements inside them emit would double them.
const reportedByComponents = new Set([
  'scroll', 'scrollend', 'input', 'change', 'focus', 'blur', 'load', 'error', 'submit', 'reset', 'click', 'confirm',
])
context.onEvent((target, type, detail, options) => {
  if (reportedByComponents.has(type) || (type === 'tap' && isTapSpentOnLongPress())) return
  const event = new glassEasel.Event(type, detail, options)
  glassEasel.Event.dispatchEvent(target, event)
  return event.getEventBubbleStatus()
})
export const backend = env.associateBackend(context)

for (const [path, template] of Object.entries(window.__templates)) {
  // `bindtap` without a colon, as Taro writes it, counts on plain boxes only when asked for.
  const options = { groupList: window.__templates, content: template, fallbackListenerOnNativeNode: true }
  space.addCompiledTemplate(path, options as never)
}
for (const [name, text] of Object.entries(files)) {
  if (!name.endsWith('.json') || name === 'app.json') continue
  const config = JSON.parse(text) as { readonly usingComponents?: object; readonly component?: boolean }
  if (config.usingComponents === undefined && config.component === undefined) continue
  space.addComponentStaticConfig(name.slice(0, -'.json'.length), { usingComponents: {}, ...config } as never)
}
for (const [path, text] of Object.entries(css)) {
  backend.registerStyleSheetContent(path, text)
  space.addStyleSheet(path, path)
}

// An error inside an event handler must reach window.onerror instead of a console line.
glassEasel.globalOptions.throwGlobalError = true
glassEasel.addGlobalWarningListener((message) => {
  if (!isHarmless(message)) fault(`framework warning: ${message}`)
  return false
})
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) reportMissingComponents(node)
}).observe(document.getElementById('mp-pages') ?? document.body, { childList: true, subtree: true })

// Taro's templates hand every attribute that exists on any platform to each component; WeChat's own take them silently.
function isHarmless(message: string): boolean {
  return /^"\w+" is not a valid property$/.test(message)
}

function reportMissingComponents(node: Node): void {
  if (!(node instanceof Element)) return
  for (const element of [node, ...node.querySelectorAll('*')]) {
    const tag = element.tagName.toLowerCase()
    if (isBuiltInMissing(tag)) fault(`the runner has no component <${tag.replace(/^wx-/, '')}>`)
  }
}

/** The adapter gives ids a random prefix; selectors of the app (`#pad`) need the id itself. */
function writeIdsAsTheyAre(): void {
  type Prepare = (...args: unknown[]) => [glassEasel.ComponentOptions, unknown]
  const open = space as unknown as { prepareComponentOptions: Prepare }
  const original = open.prepareComponentOptions.bind(space)
  open.prepareComponentOptions = (...args) => {
    const [options, isolation] = original(...args)
    return [{ ...options, writeIdToDOM: true, idPrefixGenerator: null }, isolation]
  }
}
