/**
 * WeChat's own tags. In the web view they become `wx-view`, `wx-button` …, as they do in WeChat itself: `<input>` and
 * `<button>` would otherwise turn into the browser's elements of the same name, which take no children or act alone.
 */
const BUILT_IN_TAGS = [
  'view', 'text', 'button', 'input', 'textarea', 'image', 'switch', 'canvas', 'picker', 'picker-view', 'picker-view-column',
  'scroll-view', 'swiper', 'swiper-item', 'form', 'label', 'checkbox', 'checkbox-group', 'radio', 'radio-group', 'slider',
  'progress', 'icon', 'rich-text', 'navigator', 'map', 'video', 'audio', 'camera', 'web-view', 'cover-view', 'cover-image',
  'movable-area', 'movable-view', 'page-meta', 'page-container', 'navigation-bar', 'root-portal', 'share-element', 'match-media',
  'editor', 'ad', 'official-account', 'open-data', 'live-player', 'live-pusher', 'keyboard-accessory', 'sticky-header',
  'sticky-section', 'grid-view', 'list-view', 'snapshot',
] as const

// Longest first, so that `picker-view` is not read as `picker`.
const alternatives = [...BUILT_IN_TAGS].sort((a, b) => b.length - a.length).join('|')
const tagInMarkup = new RegExp(`<(/?)(${alternatives})(?=[\\s/>])`, 'g')
const tagInSelector = new RegExp(`(^|[\\s>+~,(])(${alternatives})(?=[\\s>+~,.:#\\[)]|$)`, 'g')

/** Also writes WeChat's `aria-role` as the browser's `role`, so that both speak to a screen reader alike. */
export function prefixTagsInMarkup(wxml: string): string {
  return wxml.replace(tagInMarkup, '<$1wx-$2').replace(/\baria-role=/g, 'role=')
}

export function prefixTagsInSelector(selector: string): string {
  return selector.replace(tagInSelector, '$1wx-$2')
}
