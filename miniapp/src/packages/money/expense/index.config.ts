export default definePageConfig({
  navigationBarTitleText: '这张开支',
  enablePullDownRefresh: true,
})
