// libqrencode (Debian: libqrencode-dev), the QR symbol generator behind Payments/Pix/QRCode.swift.
#ifndef QUITA_CQRENCODE_SHIM_H
#define QUITA_CQRENCODE_SHIM_H
#include <qrencode.h>
#endif
