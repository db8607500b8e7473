// Writes src/ui/icons.scss and src/ui/icon-names.ts from lucide-static (ISC). Run it after changing the list:
//   node config/draw-icons.mjs
// An icon is a CSS mask, so it takes the colour of the text beside it (dark mode included), and setData carries a class
// name instead of a picture.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const names = `
arrow-left arrow-right-left at-sign bell book-open building-2 calendar-check calendar-days camera check check-check
chevron-down chevron-left chevron-right circle-alert circle-check circle-question-mark circle-user-round circle-x
clock coins download ellipsis eye eye-off file-text fingerprint flag frown grip-vertical hammer hand-coins
hand-helping heart-handshake house image inbox info lightbulb droplets key-round landmark list lock log-out map-pin megaphone meh
message-circle mic notebook-pen pause pencil phone play plus printer refresh-cw scale search send settings
shield-check smile sprout square star thumbs-up trash-2 trees triangle-alert truck undo-2 upload user-plus user-round
users-round volume-2 wallet wifi-off x
`.trim().split(/\s+/)

const require = createRequire(import.meta.url)
const icons = path.join(path.dirname(require.resolve('lucide-static/package.json')), 'icons')
const ui = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../src/ui')

const rules = names.map((name) => `.icon-${name} {\n  -webkit-mask-image: url("${dataUri(name)}");\n}`)
writeFileSync(
  path.join(ui, 'icons.scss'),
  `/* Written by config/draw-icons.mjs from Lucide (ISC). Do not edit. */\n${rules.join('\n')}\n`,
)
writeFileSync(
  path.join(ui, 'icon-names.ts'),
  `// Written by config/draw-icons.mjs. Do not edit.\nexport type IconName =\n${names.map((name) => `  | '${name}'`).join('\n')}\n`,
)
console.log(`${names.length} icons`)

function dataUri(name) {
  const svg = readFileSync(path.join(icons, `${name}.svg`), 'utf8')
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+class="[^"]*"/, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/ \/>/g, '/>')
    .trim()
    .replaceAll('currentColor', '#000')
    .replaceAll('"', "'")
  return `data:image/svg+xml,${svg.replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('#', '%23')}`
}
