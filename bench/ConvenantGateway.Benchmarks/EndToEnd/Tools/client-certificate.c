/* LD_PRELOAD for wrk, which has no option for a client certificate: every TLS context shows the certificate and key of $CLIENT_PEM, TLS 1.3 only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

void *SSL_CTX_new(const void *method) {
    static void *(*make)(const void *);
    static int (*certificate)(void *, const char *, int), (*key)(void *, const char *, int);
    static long (*control)(void *, int, long, void *);
    if (!make) {
        make = dlsym(RTLD_NEXT, "SSL_CTX_new");
        certificate = dlsym(RTLD_NEXT, "SSL_CTX_use_certificate_file");
        key = dlsym(RTLD_NEXT, "SSL_CTX_use_PrivateKey_file");
        control = dlsym(RTLD_NEXT, "SSL_CTX_ctrl");
    }
    void *context = make(method);
    const char *pem = getenv("CLIENT_PEM");
    if (context && pem && (certificate(context, pem, 1) != 1 || key(context, pem, 1) != 1)) abort();
    if (context) control(context, 123 /* SSL_CTRL_SET_MIN_PROTO_VERSION */, 0x0304, NULL);
    return context;
}
