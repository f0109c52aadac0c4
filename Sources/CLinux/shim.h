#pragma once
#include <netdb.h>
#include <netinet/tcp.h>
#include <pty.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <termios.h>

// Of the C library, but declared in its headers only where _GNU_SOURCE is defined.
int close_range(unsigned int first, unsigned int last, int flags);
int memfd_create(const char *name, unsigned int flags);
