import type * as glassEasel from 'glass-easel'
import { type BuiltIn, registerBuiltIn } from './built-in'
import { button } from './button'
import { picker, switchButton } from './choosers'
import { checkbox, checkboxGroup, form, label, radio, radioGroup } from './form'
import { canvas, image } from './media'
import { pageMeta, scrollView, swiper } from './scrolling'
import { input, textarea } from './text-fields'

const builtIns: readonly BuiltIn[] = [
  button, input, textarea, image, canvas, switchButton, picker, scrollView, swiper, form, label, radio, radioGroup,
  checkbox, checkboxGroup, pageMeta,
]

/** These need no behaviour of their own: boxes with style, class and children. */
const plainTags: ReadonlySet<string> = new Set(['wx-view', 'wx-text', 'wx-swiper-item', 'wx-root-portal'])

/** Registers all built-in components and returns them by tag. */
export function defineBuiltIns(
  space: glassEasel.ComponentSpace,
): Readonly<Record<string, glassEasel.GeneralComponentDefinition>> {
  return Object.fromEntries(builtIns.map((builtIn) => [builtIn.tag, registerBuiltIn(space, builtIn)]))
}

export function isBuiltInMissing(tag: string): boolean {
  return tag.startsWith('wx-') && !plainTags.has(tag) && !builtIns.some((builtIn) => builtIn.tag === tag)
}
