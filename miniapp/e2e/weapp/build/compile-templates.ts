import { TmplGroup } from 'glass-easel-template-compiler'
import { prefixTagsInMarkup } from './built-in-tags'

export interface TemplateSources {
  /** By path without `.wxml`. */
  readonly wxml: Readonly<Record<string, string>>
  /** By path without `.wxs`. */
  readonly wxs: Readonly<Record<string, string>>
}

/**
 * Compiles all templates with WeChat's own compiler into one script expression: template functions by path.
 * @throws Error naming file and line of what the compiler did not like.
 */
export function compileTemplates(sources: TemplateSources): string {
  const group = new TmplGroup()
  const complaints: string[] = []
  for (const [path, text] of Object.entries(sources.wxml)) {
    const found = group.addTmpl(path, prefixTagsInMarkup(text)) as readonly unknown[] | undefined
    for (const complaint of found ?? []) complaints.push(`${path}.wxml: ${describe(complaint)}`)
  }
  for (const [path, text] of Object.entries(sources.wxs)) group.addScript(path, text)
  if (complaints.length > 0) throw new Error(`The template compiler complains:\n${complaints.join('\n')}`)
  return group.getTmplGenObjectGroups()
}

function describe(complaint: unknown): string {
  if (typeof complaint !== 'object' || complaint === null) return String(complaint)
  const { message, startLine } = complaint as { readonly message?: string; readonly startLine?: number }
  return message === undefined ? JSON.stringify(complaint) : `${message} (line ${(startLine ?? 0) + 1})`
}
