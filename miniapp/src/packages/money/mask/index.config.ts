export default definePageConfig({
  navigationBarTitleText: '遮住个人信息',
})
