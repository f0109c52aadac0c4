#pragma once
#include <netdb.h>
#include <netinet/tcp.h>
#include <pty.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <termios.h>

/* glibc declares it only for _GNU_SOURCE, which would have to be set before any other header. */
int accept4(int, struct sockaddr *, socklen_t *, int);
// Of the C library, but declared in its headers only where _GNU_SOURCE is defined.
int close_range(unsigned int first, unsigned int last, int flags);
int memfd_create(const char *name, unsigned int flags);
