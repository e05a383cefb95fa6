#pragma once
#include <curl/curl.h>

#if LIBCURL_VERSION_NUM < 0x075500
#error "libcurl 7.85 or newer is needed (CURLOPT_PROTOCOLS_STR)"
#endif

// curl_easy_setopt is variadic, and Swift does not import variadic C functions. Each function here
// is that one call with one type of argument, so that a wrong type does not compile. The brackets
// round the name step over the macro of the same name in <curl/typecheck-gcc.h>.

static inline CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode ccurl_set_error_buffer(CURL *handle, char *buffer) {
  return (curl_easy_setopt)(handle, CURLOPT_ERRORBUFFER, buffer);
}

// curl_easy_getinfo is variadic too.

static inline CURLcode ccurl_get_socket(CURL *handle, curl_socket_t *socket) {
  return (curl_easy_getinfo)(handle, CURLINFO_ACTIVESOCKET, socket);
}

static inline CURLcode ccurl_get_time(CURL *handle, CURLINFO info, curl_off_t *microseconds) {
  return (curl_easy_getinfo)(handle, info, microseconds);
}

// The callbacks come in pairs of function and context. libcurl takes the functions as variadic
// arguments too, so their types are spelt out here.

typedef size_t (*ccurl_bytes_callback)(char *bytes, size_t size, size_t count, void *context);
typedef int (*ccurl_debug_callback)(
    CURL *handle, curl_infotype type, char *bytes, size_t size, void *context);
typedef int (*ccurl_socket_callback)(void *context, curl_socket_t socket, curlsocktype purpose);
typedef int (*ccurl_close_callback)(void *context, curl_socket_t socket);

static inline CURLcode ccurl_set_read(CURL *handle, ccurl_bytes_callback function, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_READFUNCTION, function);
  return code ? code : (curl_easy_setopt)(handle, CURLOPT_READDATA, context);
}

static inline CURLcode ccurl_set_header(CURL *handle, ccurl_bytes_callback function, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_HEADERFUNCTION, function);
  return code ? code : (curl_easy_setopt)(handle, CURLOPT_HEADERDATA, context);
}

static inline CURLcode ccurl_set_debug(CURL *handle, ccurl_debug_callback function, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_DEBUGFUNCTION, function);
  return code ? code : (curl_easy_setopt)(handle, CURLOPT_DEBUGDATA, context);
}

static inline CURLcode ccurl_set_socket(
    CURL *handle, ccurl_socket_callback opened, ccurl_close_callback closing, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_SOCKOPTFUNCTION, opened);
  if (!code) code = (curl_easy_setopt)(handle, CURLOPT_SOCKOPTDATA, context);
  if (!code) code = (curl_easy_setopt)(handle, CURLOPT_CLOSESOCKETFUNCTION, closing);
  return code ? code : (curl_easy_setopt)(handle, CURLOPT_CLOSESOCKETDATA, context);
}
