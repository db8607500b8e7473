import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { choosePhotos } from '@/platform/choose-photos'
import { dropLocalFile, useLocalFileUrl, type LocalFile } from '@/platform/local-file'
import { sentenceOf } from '@/platform/say'
import { aria } from './aria'
import { pressHandlers } from './button'
import { Fault } from './fault'
import { Icon } from './icon'
import styles from './photo-row.module.scss'

export interface PhotoPickerProps {
  readonly photos: readonly LocalFile[]
  readonly limit: number
  readonly onChange: (photos: readonly LocalFile[]) => void
}

/** Photos of a draft: take or choose, look, take off again. */
export function PhotoPicker({ photos, limit, onChange }: PhotoPickerProps) {
  const [fault, setFault] = useState<string | null>(null)
  const add = () => {
    setFault(null)
    choosePhotos(limit - photos.length).then(
      (chosen) => {
        if (chosen.photos.length > 0) onChange([...photos, ...chosen.photos])
        setFault(chosen.fault)
      },
      (error: unknown) => setFault(sentenceOf(error)),
    )
  }
  const remove = (photo: LocalFile) => {
    onChange(photos.filter((other) => other.ref !== photo.ref))
    void dropLocalFile(photo)
  }
  return (
    <View>
      <View className={styles.row}>
        {photos.map((photo, index) => (
          <Picked key={photo.ref} photo={photo} number={index + 1} onRemove={() => remove(photo)} />
        ))}
        {photos.length < limit && (
          <View className={`${styles.cell} ${styles.add}`} {...pressHandlers(add)} {...aria({ role: 'button' })}>
            <Icon name='camera' size={28} />
            <View>拍照片</View>
          </View>
        )}
      </View>
      <Fault words={fault} />
    </View>
  )
}

interface PickedProps {
  readonly photo: LocalFile
  readonly number: number
  readonly onRemove: () => void
}

function Picked({ photo, number, onRemove }: PickedProps) {
  const url = useLocalFileUrl(photo)
  return (
    <View className={styles.cell}>
      {url !== null && (
        <Image
          className={styles.photo}
          src={url}
          mode='aspectFill'
          {...pressHandlers(() => void Taro.previewImage({ urls: [url], current: url }))}
          {...aria({ role: 'img', label: `第 ${number} 张照片` })}
        />
      )}
      <View
        className={styles.remove}
        {...pressHandlers(onRemove)}
        {...aria({ role: 'button', label: `去掉第 ${number} 张照片` })}
      >
        <View className={styles.mark}>
          <Icon name='x' size={18} />
        </View>
      </View>
    </View>
  )
}
