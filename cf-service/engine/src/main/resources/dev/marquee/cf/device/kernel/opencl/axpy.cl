__kernel void axpy(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *x, __global uchar *y, __global uchar *sizes, __global uchar *numbers)
{
  bool b_7;
  float f_11, f_13, f_15, f_16;
  int i_5, i_6;
  long l_8, l_9;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_10, ul_12, ul_14;

  // BLOCK 0
  ul_0  =  (ulong) x;
  ul_1  =  (ulong) y;
  ul_2  =  (ulong) sizes;
  ul_3  =  (ulong) numbers;
  ul_4  =  ul_2 + 0L;
  i_5  =  *((__global int *) ul_4);
  i_6  =  get_global_id(0);
  b_7  =  i_6 < i_5;
  if(b_7)
  {
    // BLOCK 1
    l_8  =  (long) i_6;
    l_9  =  l_8 << 2;
    ul_10  =  ul_1 + l_9;
    f_11  =  *((__global float *) ul_10);
    ul_12  =  ul_3 + 0L;
    f_13  =  *((__global float *) ul_12);
    ul_14  =  ul_0 + l_9;
    f_15  =  *((__global float *) ul_14);
    f_16  =  fma(f_13, f_15, f_11);
    *((__global float *) ul_10)  =  f_16;
  }  // B0
  else
  {
    // BLOCK 2
  }  // B0
  // BLOCK 3 MERGES [2 1 ]
  return;
}  //  kernel
