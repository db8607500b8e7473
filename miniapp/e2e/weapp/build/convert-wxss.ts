import path from 'node:path'
import postcss, { type Root } from 'postcss'
import { prefixTagsInSelector } from './built-in-tags'

/** Style sheets by path inside the build, `/` between folders. */
export type StyleSheets = Readonly<Record<string, string>>

/**
 * Turns wxss into css: imports inlined, tags prefixed, rpx resolved (750 rpx are the width of the screen).
 * @throws Error on what WeChat refuses: an import of nothing, a picture from inside the package.
 */
export function convertWxss(sheets: StyleSheets): StyleSheets {
  return Object.fromEntries(Object.keys(sheets).map((file) => [file, convertOne(file, sheets)]))
}

function convertOne(file: string, sheets: StyleSheets): string {
  const root = inlineImports(file, sheets, new Set())
  root.walkDecls((declaration) => {
    const local = /url\(\s*["']?(?!data:|https?:|\/\/)([^"')]+)/.exec(declaration.value)
    if (local) throw new Error(`${file}: WeChat loads no picture of the package from a style sheet: ${local[1]}`)
    declaration.value = declaration.value.replace(/(-?[\d.]+)rpx\b/g, (_, amount: string) => `calc(100vw * ${amount} / 750)`)
  })
  root.walkRules((rule) => {
    const isKeyframe = rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes$/.test(String(rule.parent.name))
    if (!isKeyframe) rule.selector = prefixTagsInSelector(rule.selector)
  })
  return root.toString()
}

function inlineImports(file: string, sheets: StyleSheets, seen: Set<string>): Root {
  const text = sheets[file]
  if (text === undefined) throw new Error(`A style sheet imports ${file}, which is not in the build`)
  const root = postcss.parse(text)
  seen.add(file)
  root.walkAtRules('import', (rule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1]
    if (target === undefined) throw new Error(`${file}: cannot read the import ${rule.params}`)
    const imported = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(file), target)
    // Once per page is enough, and a circle would never end.
    if (seen.has(imported)) rule.remove()
    else rule.replaceWith(inlineImports(imported, sheets, seen).nodes)
  })
  return root
}
