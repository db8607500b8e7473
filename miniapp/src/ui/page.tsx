import { useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useTypeFactor, type TypeFactor } from '@/platform/type-size'
import { aria } from './aria'
import { pressHandlers } from './button'
import { Icon } from './icon'
import styles from './page.module.scss'

export interface PageProps {
  /** The browser build's heading; WeChat draws its own from the page's config. */
  readonly title?: string
  /** A page that is no tab gets a way back. */
  readonly isTab?: boolean
  /** Desk pages (the staff's board) use the whole width; all others stay a phone's width and are centred. */
  readonly isWide?: boolean
  /** Stands fixed at the bottom, where the thumb is; the content leaves room for it. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

const FACTOR_CLASS: Readonly<Record<TypeFactor, string>> = { 1: '', 1.3: 'hy-type-130', 1.6: 'hy-type-160' }

export function Page({ title, isTab = false, isWide = false, footer, children }: PageProps) {
  const factor = useTypeFactor()
  const width = isWide ? styles.wide : styles.narrow
  return (
    <View className={`hy-page ${FACTOR_CLASS[factor]} ${styles.page} ${isTab ? styles.tab : ''}`}>
      {process.env.TARO_ENV === 'h5' && title !== undefined && (
        <View className={`${styles.head} ${width}`}>
          {!isTab && <WayBack />}
          <View className={styles.title} {...aria({ role: 'heading' })}>
            {title}
          </View>
        </View>
      )}
      <View className={`${styles.body} ${width}`}>{children}</View>
      {/* Always there: when a box gains or loses a child, WeChat is sent all of them again, here the whole page. */}
      <View className={footer === undefined ? '' : (styles.footer ?? '')}>
        {footer !== undefined && <View className={`${styles.footerBody} ${width}`}>{footer}</View>}
      </View>
    </View>
  )
}

/** Says where it leads: from a page opened by a link, or by signing in, there is no back. */
function WayBack() {
  // As it was opened: what is put on top of it later comes off again.
  const [isFirst] = useState(hasNothingBehind)
  return (
    <View className={styles.back} {...pressHandlers(goBack)} {...aria({ role: 'button', label: isFirst ? '去首页' : '返回' })}>
      <Icon name={isFirst ? 'house' : 'arrow-left'} />
      <Text>{isFirst ? '首页' : '返回'}</Text>
    </View>
  )
}

/** Back where one came from; from a page opened by a link there is nothing behind, so home. */
export function goBack(): void {
  if (hasNothingBehind()) void Taro.switchTab({ url: '/pages/home/index' })
  else void Taro.navigateBack()
}

function hasNothingBehind(): boolean {
  return Taro.getCurrentPages().length < 2
}
