__kernel void sgdSettle(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *rows, __global uchar *state, __global uchar *odd, __global uchar *factors, __global uchar *biases, __global uchar *sizes, __private int k)
{
  bool b_13, b_41, b_53;
  float f_32, f_47;
  int i_7, i_8, i_9, i_10, i_11, i_12, i_15, i_16, i_20, i_22, i_23, i_24, i_25, i_26, i_27, i_28, i_33, i_34, i_42, i_43, i_48, i_49;
  long l_17, l_18, l_29, l_30, l_35, l_36, l_38, l_39, l_44, l_45, l_50, l_51, l_54, l_55;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_6, ul_14, ul_19, ul_21, ul_31, ul_37, ul_40, ul_46, ul_52, ul_56;

  // BLOCK 0
  ul_0  =  (ulong) rows;
  ul_1  =  (ulong) state;
  ul_2  =  (ulong) odd;
  ul_3  =  (ulong) factors;
  ul_4  =  (ulong) biases;
  ul_5  =  (ulong) sizes;
  ul_6  =  ul_5 + 4L;
  i_7  =  *((__global int *) ul_6);
  i_8  =  get_global_id(0);
  i_9  =  i_8 >> 31;
  i_10  =  i_9 >> 25;
  i_11  =  i_10 + i_8;
  i_12  =  i_11 >> 7;
  b_13  =  i_12 < i_7;
  if(b_13)
  {
    // BLOCK 1
    ul_14  =  ul_5 + 0L;
    i_15  =  *((__global int *) ul_14);
    i_16  =  i_15 + i_12;
    l_17  =  (long) i_16;
    l_18  =  l_17 << 2;
    ul_19  =  ul_2 + l_18;
    i_20  =  *((__global int *) ul_19);
    ul_21  =  ul_5 + 8L;
    i_22  =  *((__global int *) ul_21);
    i_23  =  i_11 & -128;
    i_24  =  i_8 - i_23;
    i_25  =  i_20 * i_22;
    i_26  =  i_25 + i_16;
    i_27  =  i_26 << 7;
    i_28  =  i_24 + i_27;
    l_29  =  (long) i_28;
    l_30  =  l_29 << 2;
    ul_31  =  ul_0 + l_30;
    f_32  =  *((__global float *) ul_31);
    i_33  =  i_16 << 7;
    i_34  =  i_33 + i_24;
    l_35  =  (long) i_34;
    l_36  =  l_35 << 2;
    ul_37  =  ul_0 + l_36;
    *((__global float *) ul_37)  =  f_32;
    l_38  =  (long) i_8;
    l_39  =  l_38 << 2;
    ul_40  =  ul_3 + l_39;
    *((__global float *) ul_40)  =  f_32;
    b_41  =  i_24 < 8;
    if(b_41)
    {
      // BLOCK 2
      i_42  =  i_26 << 3;
      i_43  =  i_42 + i_24;
      l_44  =  (long) i_43;
      l_45  =  l_44 << 2;
      ul_46  =  ul_1 + l_45;
      f_47  =  *((__global float *) ul_46);
      i_48  =  i_16 << 3;
      i_49  =  i_48 + i_24;
      l_50  =  (long) i_49;
      l_51  =  l_50 << 2;
      ul_52  =  ul_1 + l_51;
      *((__global float *) ul_52)  =  f_47;
      b_53  =  i_23 == i_8;
      if(b_53)
      {
        // BLOCK 3
        l_54  =  (long) i_12;
        l_55  =  l_54 << 2;
        ul_56  =  ul_4 + l_55;
        *((__global float *) ul_56)  =  f_47;
        return;
      }  // B2
      else
      {
        // BLOCK 4
        return;
      }  // B2
    }  // B1
    else
    {
      // BLOCK 5
      return;
    }  // B1
  }  // B0
  else
  {
    // BLOCK 6
  }  // B0
  // BLOCK 7 MERGES [6 5 4 3 ]
  return;
}  //  kernel
