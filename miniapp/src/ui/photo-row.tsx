import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PhotoView } from '@huiying/shared/tickets'
import { apiUrl } from '@/platform/request'
import { aria } from './aria'
import { pressHandlers } from './button'
import styles from './photo-row.module.scss'

/** Photos that the server has: small ones side by side, a tap shows them large. */
export function PhotoRow({ photos, label }: { readonly photos: readonly PhotoView[]; readonly label: string }) {
  if (photos.length === 0) return null
  const urls = photos.map((photo) => apiUrl(photo.url))
  return (
    <View className={styles.row}>
      {photos.map((photo, index) => (
        <View
          key={photo.id}
          className={styles.cell}
          {...pressHandlers(() => void Taro.previewImage({ urls, current: urls[index] ?? '' }))}
          {...aria({ role: 'button', label: `看大图：${label} 第 ${index + 1} 张，共 ${photos.length} 张` })}
        >
          <Image className={styles.photo} src={apiUrl(photo.thumbUrl)} mode='aspectFill' lazyLoad />
        </View>
      ))}
    </View>
  )
}
