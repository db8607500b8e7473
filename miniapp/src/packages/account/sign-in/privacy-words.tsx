import { View } from '@tarojs/components'
import styles from './sign-in.module.scss'

/** What is kept and what is not, where it is asked for. */
export function PrivacyWords() {
  return (
    <View className={styles.privacy}>
      <View>我们只记您的姓名、手机号、您说的事（文字、照片、录音、地点），和登录过的手机电脑，用来找人办、给您回话。</View>
      <View>不看您的通讯录、不记您去过哪里；邻居看不到您的名字和号码。</View>
    </View>
  )
}
