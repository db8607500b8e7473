import { Image, Text, View } from '@tarojs/components'
import { aria } from './aria'
import styles from './avatar.module.scss'

export interface AvatarProps {
  readonly name: string
  /** The role in full the first time; beneath the name. */
  readonly role?: string
  readonly photoUrl?: string
  readonly size?: 'small' | 'normal' | 'large'
  /** stack: name beneath the face (rows of faces); line: beside it; face: the face alone, named for screen readers. */
  readonly layout?: 'stack' | 'line' | 'face'
}

// Six calm grounds with dark ink, ≥ 4.5:1 in both themes.
const GROUNDS = 6

export function Avatar({ name, role, photoUrl, size = 'normal', layout = 'line' }: AvatarProps) {
  const face = (
    <View className={`${styles.face} ${styles[size]} ${styles[`ground${groundOf(name)}`]}`} {...aria({ role: 'img', label: name })}>
      {photoUrl === undefined ? <Text>{surnameOf(name)}</Text> : <Image className={styles.photo} src={photoUrl} mode='aspectFill' />}
    </View>
  )
  if (layout === 'face') return face
  return (
    <View className={layout === 'stack' ? styles.stack : styles.line}>
      {face}
      <View className={styles.words}>
        <View className={styles.name}>{name}</View>
        {role !== undefined && <View className={styles.role}>{role}</View>}
      </View>
    </View>
  )
}

const DOUBLE_SURNAMES = ['欧阳', '司马', '上官', '诸葛', '司徒', '东方', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐', '长孙', '宇文']

export function surnameOf(name: string): string {
  const characters = Array.from(name.trim())
  const firstTwo = characters.slice(0, 2).join('')
  return DOUBLE_SURNAMES.includes(firstTwo) && characters.length > 2 ? firstTwo : (characters[0] ?? '？')
}

// The same name has the same colour on every screen.
function groundOf(name: string): number {
  return Array.from(name).reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973, 7) % GROUNDS
}
