import { type BuiltIn, isOn, reflect, textOf } from './built-in'

export const scrollView: BuiltIn = {
  tag: 'wx-scroll-view',
  properties: ['scrollX', 'scrollY', 'lowerThreshold', 'upperThreshold', 'scrollTop', 'scrollLeft', 'scrollIntoView', 'enhanced'],
  attach(host) {
    const { element } = host
    let isAtBottom = false
    let wanted = { top: '', left: '', child: '' }
    element.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = element
      host.report('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 })
      const isNear = scrollHeight - scrollTop - element.clientHeight < (Number(host.data.lowerThreshold) || 50)
      if (isNear && !isAtBottom) host.report('scrolltolower', { direction: 'bottom' })
      if (scrollTop < (Number(host.data.upperThreshold) || 50)) host.report('scrolltoupper', { direction: 'top' })
      isAtBottom = isNear
    })
    return () => {
      element.toggleAttribute('scroll-x', isOn(host.data.scrollX))
      element.toggleAttribute('scroll-y', isOn(host.data.scrollY))
      // Only a changed wish moves the view; a repeated one would fight the finger.
      const { scrollTop, scrollLeft, scrollIntoView } = host.data
      const next = { top: textOf(scrollTop), left: textOf(scrollLeft), child: textOf(scrollIntoView) }
      if (next.top !== wanted.top && next.top !== '') element.scrollTop = Number(next.top)
      if (next.left !== wanted.left && next.left !== '') element.scrollLeft = Number(next.left)
      if (next.child !== wanted.child && next.child !== '') document.getElementById(next.child)?.scrollIntoView()
      wanted = next
    }
  },
}

export const swiper: BuiltIn = {
  tag: 'wx-swiper',
  properties: ['current', 'autoplay', 'interval', 'duration', 'circular', 'vertical', 'indicatorDots'],
  attach(host) {
    const { element } = host
    let shown = 0
    element.addEventListener('scrollend', () => {
      const current = Math.round(element.scrollLeft / Math.max(1, element.clientWidth))
      if (current === shown) return
      shown = current
      host.report('change', { current, source: 'touch', currentItemId: '' })
    })
    return () => {
      reflect(host, ['vertical'])
      const current = Number(host.data.current ?? 0)
      if (current !== shown) element.scrollLeft = current * element.clientWidth
      shown = current
    }
  },
}

/** `<page-meta>`: what a page wants of the page around it. */
export const pageMeta: BuiltIn = {
  tag: 'wx-page-meta',
  properties: ['pageStyle', 'rootFontSize', 'backgroundColor', 'backgroundTextStyle', 'scrollTop', 'pageFontSize'],
  attach(host) {
    return () => {
      document.documentElement.style.fontSize = textOf(host.data.rootFontSize)
      const page = host.element.closest<HTMLElement>('page')
      if (page) page.style.cssText = textOf(host.data.pageStyle)
    }
  },
}
