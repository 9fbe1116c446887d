__kernel void ialsStep(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *factors, __global uchar *partial, __global uchar *ranges, __global uchar *lambdas, __global uchar *products, __global uchar *residuals, __global uchar *directions, __global uchar *squares, __global uchar *failed, __global uchar *sizes, __private int k)
{
  bool b_20, b_43, b_68, b_79, b_84, b_103, b_109, b_113;
  float f_45, f_51, f_52, f_54, f_56, f_58, f_59, f_60, f_61, f_62, f_63, f_64, f_65, f_69, f_71, f_72, f_74, f_85, f_93, f_94, f_95, f_97, f_98, f_99, f_100, f_104, f_106, f_107, f_110, f_111, f_112;
  int i_12, i_13, i_14, i_15, i_16, i_17, i_18, i_19, i_21, i_25, i_26, i_30, i_31, i_32, i_36, i_37, i_38, i_39, i_44, i_46, i_47, i_53, i_66, i_67, i_70, i_73, i_76, i_77, i_78, i_80, i_82, i_83, i_86, i_87, i_88, i_89, i_101, i_102, i_105, i_108;
  long l_22, l_23, l_27, l_28, l_33, l_34, l_40, l_41, l_48, l_49, l_90, l_91;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_6, ul_7, ul_8, ul_9, ul_11, ul_24, ul_29, ul_35, ul_42, ul_50, ul_55, ul_57, ul_75, ul_81, ul_92, ul_96;

  // BLOCK 0
  ul_0  =  (ulong) factors;
  ul_1  =  (ulong) partial;
  ul_2  =  (ulong) ranges;
  ul_3  =  (ulong) lambdas;
  ul_4  =  (ulong) products;
  ul_5  =  (ulong) residuals;
  ul_6  =  (ulong) directions;
  ul_7  =  (ulong) squares;
  ul_8  =  (ulong) failed;
  ul_9  =  (ulong) sizes;
  __local float adf_10[256];
  ul_11  =  ul_9 + 0L;
  i_12  =  *((__global int *) ul_11);
  i_13  =  get_local_id(0);
  i_14  =  i_13 >> 31;
  i_15  =  i_14 >> 24;
  i_16  =  i_15 + i_13;
  i_17  =  i_16 >> 8;
  i_18  =  get_group_id(0);
  i_19  =  i_17 + i_18;
  b_20  =  i_19 < i_12;
  if(b_20)
  {
    // BLOCK 1
    i_21  =  i_19 << 1;
    l_22  =  (long) i_21;
    l_23  =  l_22 << 2;
    ul_24  =  ul_2 + l_23;
    i_25  =  *((__global int *) ul_24);
    i_26  =  i_21 + 1;
    l_27  =  (long) i_26;
    l_28  =  l_27 << 2;
    ul_29  =  ul_2 + l_28;
    i_30  =  *((__global int *) ul_29);
    i_31  =  i_25;
    i_32  =  i_30;
  }  // B0
  else
  {
    // BLOCK 2
    i_31  =  0;
    i_32  =  0;
  }  // B0
  // BLOCK 3 MERGES [2 1 ]
  l_33  =  (long) i_19;
  l_34  =  l_33 << 2;
  ul_35  =  ul_7 + l_34;
  i_36  =  i_16 & -256;
  i_37  =  i_13 - i_36;
  i_38  =  i_19 << 8;
  i_39  =  i_37 + i_38;
  l_40  =  (long) i_39;
  l_41  =  l_40 << 2;
  ul_42  =  ul_6 + l_41;
  b_43  =  i_31 < i_32;
  if(b_43)
  {
    // BLOCK 4
    i_44  =  i_31;
    // BLOCK 5 MERGES [4 6 ]
    f_45  =  0.0F;
    i_44  =  i_31;
    for(;i_44 < i_32;)
    {
      // BLOCK 6
      i_46  =  i_44 << 8;
      i_47  =  i_46 + i_37;
      l_48  =  (long) i_47;
      l_49  =  l_48 << 2;
      ul_50  =  ul_1 + l_49;
      f_51  =  *((__global float *) ul_50);
      f_52  =  f_45 + f_51;
      i_53  =  i_44 + 1;
      f_45  =  f_52;
      i_44  =  i_53;
    }  // B5
    // BLOCK 7
    f_54  =  *((__global float *) ul_42);
    ul_55  =  ul_4 + l_41;
    f_56  =  *((__global float *) ul_55);
    ul_57  =  ul_3 + l_34;
    f_58  =  *((__global float *) ul_57);
    f_59  =  *((__global float *) ul_35);
    f_60  =  f_56 + f_45;
    f_61  =  fma(f_54, f_58, f_60);
    f_62  =  f_54;
    f_63  =  f_61;
    f_64  =  f_59;
  }  // B3
  else
  {
    // BLOCK 8
    f_62  =  0.0F;
    f_63  =  0.0F;
    f_64  =  0.0F;
  }  // B3
  // BLOCK 9 MERGES [8 7 ]
  f_65  =  f_62 * f_63;
  adf_10[i_13]  =  f_65;
  // BLOCK 10 MERGES [9 14 ]
  i_66  =  128;
  for(;i_66 >= 1;)
  {
    // BLOCK 11
    barrier(CLK_LOCAL_MEM_FENCE);
    i_67  =  i_66 >> 1;
    b_68  =  i_37 < i_66;
    if(b_68)
    {
      // BLOCK 12
      f_69  =  adf_10[i_13];
      i_70  =  i_66 + i_13;
      f_71  =  adf_10[i_70];
      f_72  =  f_69 + f_71;
      adf_10[i_13]  =  f_72;
    }  // B11
    else
    {
      // BLOCK 13
    }  // B11
    // BLOCK 14 MERGES [13 12 ]
    i_73  =  i_67;
    i_66  =  i_73;
  }  // B10
  // BLOCK 15
  barrier(CLK_LOCAL_MEM_FENCE);
  f_74  =  adf_10[i_36];
  barrier(CLK_LOCAL_MEM_FENCE);
  ul_75  =  ul_9 + 4L;
  i_76  =  isless(1.0E-30F, f_64);
  if(i_76 == 1)
  {
    // BLOCK 16
    i_77  =  isless(0.0F, f_74);
    if(i_77 == 1)
    {
      // BLOCK 17
      i_78  =  1;
    }  // B16
    else
    {
      // BLOCK 18
      b_79  =  i_36 == i_13;
      if(b_79)
      {
        // BLOCK 19
        i_80  =  *((__global int *) ul_75);
        ul_81  =  ul_8 + 0L;
        i_82  =  i_80 + i_19;
        i_83  =  i_82 + 1;
        *((__global int *) ul_81)  =  i_83;
        i_78  =  0;
      }  // B18
      else
      {
        // BLOCK 20
        i_78  =  0;
      }  // B18
    }  // B16
  }  // B15
  else
  {
    // BLOCK 21
    i_78  =  0;
  }  // B15
  // BLOCK 22 MERGES [21 17 20 19 ]
  b_84  =  i_78 == 0;
  if(b_84)
  {
    // BLOCK 23
    f_85  =  0.0F;
  }  // B22
  else
  {
    // BLOCK 24
    i_86  =  *((__global int *) ul_75);
    i_87  =  i_86 + i_19;
    i_88  =  i_87 << 8;
    i_89  =  i_88 + i_37;
    l_90  =  (long) i_89;
    l_91  =  l_90 << 2;
    ul_92  =  ul_0 + l_91;
    f_93  =  *((__global float *) ul_92);
    f_94  =  f_64 / f_74;
    f_95  =  fma(f_62, f_94, f_93);
    *((__global float *) ul_92)  =  f_95;
    ul_96  =  ul_5 + l_41;
    f_97  =  *((__global float *) ul_96);
    f_98  =  f_63 * f_94;
    f_99  =  f_97 - f_98;
    *((__global float *) ul_96)  =  f_99;
    f_85  =  f_99;
  }  // B22
  // BLOCK 25 MERGES [23 24 ]
  f_100  =  f_85 * f_85;
  adf_10[i_13]  =  f_100;
  // BLOCK 26 MERGES [25 30 ]
  i_101  =  128;
  for(;i_101 >= 1;)
  {
    // BLOCK 27
    barrier(CLK_LOCAL_MEM_FENCE);
    i_102  =  i_101 >> 1;
    b_103  =  i_37 < i_101;
    if(b_103)
    {
      // BLOCK 28
      f_104  =  adf_10[i_13];
      i_105  =  i_101 + i_13;
      f_106  =  adf_10[i_105];
      f_107  =  f_104 + f_106;
      adf_10[i_13]  =  f_107;
    }  // B27
    else
    {
      // BLOCK 29
    }  // B27
    // BLOCK 30 MERGES [29 28 ]
    i_108  =  i_102;
    i_101  =  i_108;
  }  // B26
  // BLOCK 31
  barrier(CLK_LOCAL_MEM_FENCE);
  b_109  =  i_78 == 0;
  if(b_109)
  {
    // BLOCK 32
  }  // B31
  else
  {
    // BLOCK 33
    f_110  =  adf_10[i_36];
    f_111  =  f_110 / f_64;
    f_112  =  fma(f_62, f_111, f_85);
    *((__global float *) ul_42)  =  f_112;
    b_113  =  i_36 == i_13;
    if(b_113)
    {
      // BLOCK 34
      *((__global float *) ul_35)  =  f_110;
    }  // B33
    else
    {
      // BLOCK 35
    }  // B33
  }  // B31
  // BLOCK 36 MERGES [32 35 34 ]
  return;
}  //  kernel
