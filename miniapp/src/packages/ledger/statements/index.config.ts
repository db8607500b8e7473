export default definePageConfig({
  navigationBarTitleText: '专业账',
  enablePullDownRefresh: true,
})
