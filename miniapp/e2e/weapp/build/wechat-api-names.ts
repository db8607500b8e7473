import fs from 'node:fs'
import path from 'node:path'

/**
 * The names of all APIs that Taro's typings know of WeChat. The runner gives each one that it does not play a function
 * that fails the test, so that `if (wx.someApi)` goes the way it goes on a phone.
 */
export function wechatApiNames(): readonly string[] {
  const root = path.join(path.dirname(require.resolve('@tarojs/taro/package.json')), 'types', 'api')
  const names = new Set<string>()
  for (const file of declarationFiles(root)) {
    const [, inside = ''] = fs.readFileSync(file, 'utf8').split(/interface TaroStatic\s*\{/)
    for (const [, comment = '', name = ''] of inside.matchAll(/((?:\/\*\*[^]*?\*\/)?)\s+([a-z]\w+)(?:<[^(]*>)?\(/g)) {
      if (comment.includes('weapp')) names.add(name)
    }
  }
  // An empty list would quietly let every unknown API through.
  if (names.size < 200) throw new Error(`Read only ${names.size} API names from ${root}; Taro's typings have moved`)
  return [...names].sort()
}

function declarationFiles(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => path.join(folder, name))
}
