import { View } from '@tarojs/components'
import type { Strokes } from '@huiying/shared/expenses'
import { aria } from '@/ui/aria'
import { pictureOf } from './signature-svg'
import styles from './signing.module.scss'

/** A signature as it was drawn. A picture and no drawing surface: a page has up to six of them. */
export function SignaturePicture({ strokes, name }: { readonly strokes: Strokes; readonly name: string }) {
  return (
    <View
      className={styles.signature}
      style={{ backgroundImage: `url("${pictureOf(strokes)}")` }}
      {...aria({ role: 'img', label: `${name}的手写签名` })}
    />
  )
}
